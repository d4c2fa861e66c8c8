"""Python 3.9 or newer, nothing but the standard library. Run it with `python3 create_user.py`."""

import json
import os
import sys
import urllib.error
import urllib.request

api_key = os.environ.get("P100_API_KEY") or sys.exit("Set P100_API_KEY to your key.")
base_url = os.environ.get("P100_BASE_URL", "https://partner-api-stage.p100.io")

user = {
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
    "documentNumber": "CEV12630",
}


class RefuseRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to another host."""

    def redirect_request(self, *args):
        return None


request = urllib.request.Request(
    base_url + "/v1/user/balances/crypto-and-fiat",
    method="POST",
    data=json.dumps(user).encode(),
    headers={"Content-Type": "application/json", "x-api-key": api_key},
)

try:
    with urllib.request.build_opener(RefuseRedirects).open(request, timeout=30) as response:
        status, body = response.status, response.read().decode()
except urllib.error.HTTPError as error:
    status, body = error.code, error.read().decode()

if status == 201:
    print("Created user", json.loads(body)["userId"])
elif status == 400 and json.loads(body)["errorCode"] == "P411":
    sys.exit("This externalUserId is taken: the user exists.")
else:
    sys.exit(f"P100 returned {status}: {body}")
