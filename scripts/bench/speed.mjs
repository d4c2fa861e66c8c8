// Compares all contenders at 1 and 32 in flight. Arguments: base URL, number of rounds.
import { createContenders } from './contenders.mjs';
import { rotate } from './rounds.mjs';

const [baseUrl, rounds] = process.argv.slice(2);
const contenders = await createContenders(baseUrl, 32);
const results = {
  1: await rotate(contenders, { rounds: Number(rounds), calls: 100, inFlight: 1 }),
  32: await rotate(contenders, { rounds: Number(rounds), calls: 320, inFlight: 32 }),
};
process.stdout.write(JSON.stringify(results), () => process.exit());
