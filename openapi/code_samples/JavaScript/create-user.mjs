const baseUrl = process.env.P100_BASE_URL ?? 'https://partner-api-stage.p100.io';
const apiKey = process.env.P100_API_KEY;
if (!apiKey) throw new Error('Set P100_API_KEY to your key.');

const response = await fetch(`${baseUrl}/v1/user/balances/crypto-and-fiat`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
  body: JSON.stringify({
    externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912',
    email: 'johndoe@gmail.com',
    phone: '48123123123',
    firstName: 'John',
    lastName: 'Doe',
    address: 'Example 321',
    city: 'New York',
    postCode: 'EA0234',
    country: 'PL',
    citizenship: 'PL',
    documentType: 'ID_CARD',
    documentNumber: 'CEV12630',
  }),
  // A redirect would carry the key to another host.
  redirect: 'error',
  signal: AbortSignal.timeout(30_000),
});
const text = await response.text();

if (response.status === 201) {
  console.log(`Created user ${JSON.parse(text).userId}`);
} else if (response.status === 400 && JSON.parse(text).errorCode === 'P411') {
  console.error('This externalUserId is taken: the user exists.');
  process.exitCode = 1;
} else {
  throw new Error(`P100 returned ${response.status}: ${text}`);
}
