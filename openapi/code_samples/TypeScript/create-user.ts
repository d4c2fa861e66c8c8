import { createP100Client, isP100Error } from 'p100-partner-sdk';

// Takes the key from P100_API_KEY, and calls staging, or P100_BASE_URL if that is set.
const p100 = createP100Client();

try {
  const user = await p100.users.create({
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
  });
  console.log(`Created user ${user.userId}`);
} catch (error) {
  if (!isP100Error(error, 'P411')) throw error;
  console.error('This externalUserId is taken: the user exists.');
  process.exitCode = 1;
}
