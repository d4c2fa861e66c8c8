#!/usr/bin/env bash
set -euo pipefail
: "${P100_API_KEY:?Set P100_API_KEY to your key.}"

# The last line of the output is its HTTP status.
output=$(curl --silent --show-error --max-time 30 \
  --write-out '\n%{http_code}' \
  --request POST "${P100_BASE_URL:-https://partner-api-stage.p100.io}/v1/user/balances/crypto-and-fiat" \
  --header 'Content-Type: application/json' \
  --header "x-api-key: $P100_API_KEY" \
  --data-raw '{
    "externalUserId": "6ef2fb57-c337-4557-ba24-b82f1322f912",
    "email": "johndoe@gmail.com",
    "phone": "48123123123",
    "firstName": "John",
    "lastName": "Doe",
    "address": "Example 321",
    "city": "New York",
    "postCode": "EA0234",
    "country": "PL",
    "citizenship": "PL",
    "documentType": "ID_CARD",
    "documentNumber": "CEV12630"
  }')
status=${output##*$'\n'}
body=${output%$'\n'*}

if [[ $status == 201 ]]; then
  echo "$body"
elif [[ $body == *'"P411"'* ]]; then
  echo 'This externalUserId is taken: the user exists.' >&2
  exit 1
else
  echo "P100 returned $status: $body" >&2
  exit 1
fi
