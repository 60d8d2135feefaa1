#!/usr/bin/env bash
# Deploys the stack, to AWS or to LocalStack: uploads the code, keeps the settings, makes or changes the stack.
#
#   AWS=aws|awslocal STACK=otvet BUCKET=… CODE=otvet-….zip SETTINGS=settings.json bash stack.sh [Parameter=Value …]
#
# settings.json: {"SECRET_KEY": …, "DATABASE_URL": …, "REDIS_URL": …, "BROKER_URL": …}. It goes into the secret
# <STACK>-settings; without SETTINGS the secret must be there already. Parameters are those of template.yaml.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
aws=${AWS:-aws}
stack=${STACK:-otvet}
: "${BUCKET:?names the bucket of the code}" "${CODE:?names the zip that localstack/build.sh has made}"
secret=$stack-settings

if [ -n "${SETTINGS:-}" ]; then
    "$aws" secretsmanager create-secret --name "$secret" --secret-string "file://$SETTINGS" >/dev/null 2>&1 ||
        "$aws" secretsmanager put-secret-value --secret-id "$secret" --secret-string "file://$SETTINGS" >/dev/null
fi
"$aws" s3api head-bucket --bucket "$BUCKET" 2>/dev/null || "$aws" s3 mb "s3://$BUCKET" >/dev/null
key=$(basename "$CODE")
"$aws" s3 cp --only-show-errors "$CODE" "s3://$BUCKET/$key"
"$aws" cloudformation deploy --stack-name "$stack" --template-file "$here/template.yaml" \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset \
    --parameter-overrides CodeBucket="$BUCKET" CodeKey="$key" Settings="$secret" "$@"
"$aws" cloudformation describe-stacks --stack-name "$stack" \
    --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text
