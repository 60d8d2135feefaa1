#!/usr/bin/env bash
# Deploys the stack, to AWS or to LocalStack: uploads the code, keeps the settings, makes or changes the stack.
#
#   AWS=aws|awslocal STACK=otvet BUCKET=… CODE=otvet-….zip SETTINGS=settings.json bash stack.sh [Parameter=Value …]
#
# settings.json: {"SECRET_KEY": …, "DATABASE_URL": …, "REDIS_URL": …, "BROKER_URL": …}; behind a gateway of ours
# GATEWAY_SECRET; while one of these is changed, SECRET_KEY_PREVIOUS or GATEWAY_SECRET_PREVIOUS. It goes into the
# secret <STACK>-settings; without SETTINGS the secret must be there already. Parameters are those of template.yaml.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
aws=${AWS:-aws}
stack=${STACK:-otvet}
: "${BUCKET:?names the bucket of the code}" "${CODE:?names the zip that localstack/build.sh has made}"
secret=$stack-settings

if [ -n "${SETTINGS:-}" ]; then
    if ! kept=$("$aws" secretsmanager get-secret-value --secret-id "$secret" --query SecretString --output text 2>/dev/null); then
        "$aws" secretsmanager create-secret --name "$secret" --secret-string "file://$SETTINGS" >/dev/null
    elif [ "$kept" != "$(cat "$SETTINGS")" ]; then
        "$aws" secretsmanager put-secret-value --secret-id "$secret" --secret-string "file://$SETTINGS" >/dev/null
    fi
fi
# Functions get the values of this version: a stack in which nothing has changed is not read anew.
has() { printf %s "contains(SecretString, '\"$1\"') && 'yes' || 'no'"; }
current=$("$aws" secretsmanager get-secret-value --secret-id "$secret" --output text --query "[VersionId,
    $(has SECRET_KEY_PREVIOUS), $(has GATEWAY_SECRET), $(has GATEWAY_SECRET_PREVIOUS)]")
read -r version previous gateway previous_gateway <<<"$current"
"$aws" s3api head-bucket --bucket "$BUCKET" >/dev/null 2>&1 || "$aws" s3 mb "s3://$BUCKET" >/dev/null
key=$(basename "$CODE")
"$aws" s3 cp --only-show-errors "$CODE" "s3://$BUCKET/$key"
"$aws" cloudformation deploy --stack-name "$stack" --template-file "$here/template.yaml" \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset \
    --parameter-overrides CodeBucket="$BUCKET" CodeKey="$key" Settings="$secret" \
    SettingsVersion="$version" WithPreviousKey="$previous" \
    WithGatewaySecret="$gateway" WithPreviousGatewaySecret="$previous_gateway" "$@"
"$aws" cloudformation describe-stacks --stack-name "$stack" \
    --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text
