#!/usr/bin/env bash
# Deploys the stack, to AWS or to LocalStack: uploads the code, keeps the settings, makes or changes the stack.
#
#   AWS=aws|awslocal STACK=otvet BUCKET=… CODE=otvet-….zip SETTINGS=settings.json bash stack.sh [Parameter=Value …]
#
# settings.json: {"SECRET_KEY": …, "DATABASE_URL": …, "REDIS_URL": …, "BROKER_URL": …} and, while the key is changed,
# SECRET_KEY_PREVIOUS. It goes into the secret <STACK>-settings; without SETTINGS the secret must be there already.
# Parameters are those of template.yaml.
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
current=$("$aws" secretsmanager get-secret-value --secret-id "$secret" --output text \
    --query "[VersionId, contains(SecretString, '\"SECRET_KEY_PREVIOUS\"') && 'yes' || 'no']")
read -r version with_previous <<<"$current"
"$aws" s3api head-bucket --bucket "$BUCKET" >/dev/null 2>&1 || "$aws" s3 mb "s3://$BUCKET" >/dev/null
key=$(basename "$CODE")
"$aws" s3 cp --only-show-errors "$CODE" "s3://$BUCKET/$key"
"$aws" cloudformation deploy --stack-name "$stack" --template-file "$here/template.yaml" \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset \
    --parameter-overrides CodeBucket="$BUCKET" CodeKey="$key" Settings="$secret" \
    SettingsVersion="$version" WithPreviousKey="$with_previous" "$@"
"$aws" cloudformation describe-stacks --stack-name "$stack" \
    --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text
