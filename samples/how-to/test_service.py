"""docs/how-to/test-your-script.md: a service in another language, tested with the sandbox. Python 3, nothing else."""

import json
import os
import urllib.request


def post(url, body, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def send_welcome(contact_key, address, message_key):
    token = post(
        os.environ["SFMC_AUTH_BASE_URL"].rstrip("/") + "/v2/token",
        {
            "grant_type": "client_credentials",
            "client_id": os.environ["SFMC_CLIENT_ID"],
            "client_secret": os.environ["SFMC_CLIENT_SECRET"],
        },
    )
    return post(
        token["rest_instance_url"].rstrip("/") + f"/messaging/v1/email/messages/{message_key}",
        {"definitionKey": "welcome", "recipient": {"contactKey": contact_key, "to": address}},
        token["access_token"],
    )


if __name__ == "__main__":
    answer = send_welcome("C1", "ada@example.com", "welcome-C1")
    assert answer["responses"][0]["messageKey"] == "welcome-C1", answer
    print("accepted")
