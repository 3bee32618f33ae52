// Gets a token, sends, reads a status and lists definitions by fuel-rest, and prints what came back as one line of JSON.
"use strict";

const FuelRest = require("fuel-rest");

const client = new FuelRest({
  auth: {
    authUrl: `${process.env.SFMC_AUTH_BASE_URL}v2/token`,
    authOptions: { authVersion: 2 },
    clientId: process.env.SFMC_CLIENT_ID,
    clientSecret: process.env.SFMC_CLIENT_SECRET,
  },
});

async function run() {
  const sent = await client.post({
    uri: "/messaging/v1/email/messages",
    json: true,
    body: {
      definitionKey: "welcome",
      recipients: [
        { contactKey: "ada", to: "ada@example.com", messageKey: "first", attributes: { FirstName: "Ada" } },
        { contactKey: "grace", to: "nobody", messageKey: "second" },
      ],
    },
  });
  const status = await client.get({ uri: "/messaging/v1/email/messages/first" });
  const created = await client.post({
    uri: "/messaging/v1/email/definitions",
    json: true,
    body: {
      definitionKey: "welcome",
      name: "Welcome",
      content: { customerKey: "asset" },
      subscriptions: { list: "All Subscribers" },
    },
  });
  const definitions = await client.get({ uri: "/messaging/v1/email/definitions?$pagesize=10" });
  const results = { sent, status, created, definitions };
  const bodies = Object.entries(results).map(([name, { res, body }]) => [name, { status: res.statusCode, body }]);
  console.log(JSON.stringify(Object.fromEntries(bodies)));
}

run().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
