<?php

// PHP 8 without extensions. Run it with `php create-user.php`.
declare(strict_types=1);

$apiKey = getenv('P100_API_KEY') ?: fail('Set P100_API_KEY to your key.');
$baseUrl = getenv('P100_BASE_URL') ?: 'https://partner-api-stage.p100.io';

$user = [
    'externalUserId' => '6ef2fb57-c337-4557-ba24-b82f1322f912',
    'email' => 'johndoe@gmail.com',
    'phone' => '48123123123',
    'firstName' => 'John',
    'lastName' => 'Doe',
    'address' => 'Example 321',
    'city' => 'New York',
    'postCode' => 'EA0234',
    'country' => 'PL',
    'citizenship' => 'PL',
    'documentType' => 'ID_CARD',
    'documentNumber' => 'CEV12630',
];

$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => ['Content-Type: application/json', "x-api-key: $apiKey"],
    'content' => json_encode($user, JSON_THROW_ON_ERROR),
    'timeout' => 30,
    // A redirect would carry the key to another host.
    'follow_location' => 0,
    'ignore_errors' => true,
]]);
$body = file_get_contents("$baseUrl/v1/user/balances/crypto-and-fiat", false, $context);
if ($body === false) {
    fail('P100 did not respond.');
}
$status = (int) explode(' ', $http_response_header[0])[1];
$result = json_decode($body, true);

if ($status === 201) {
    echo "Created user {$result['userId']}\n";
} elseif (($result['errorCode'] ?? null) === 'P411') {
    fail('This externalUserId is taken: the user exists.');
} else {
    fail("P100 returned $status: $body");
}

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
