import { expect, test } from 'vitest';
import { booking } from '../src/core/api/booking';
import { joined } from '../src/core/api/joined';
import { standing } from '../src/core/api/standing';
import { tokenAnswer } from '../src/core/api/tokens';
import { fromJson, list, Malformed, object, oneOf, optional, text, whole } from '../src/core/parse';
import { readFrame } from '../src/core/signalling/frames';
import { Random, SEED } from './support/random';
import { seat } from './support/seats';

const person = object({ name: text, age: optional(whole), tags: list(oneOf('a', 'b')) });

test('reads what is named and leaves out the rest', () => {
  const read = fromJson('{"name":"Ada","tags":["a"],"more":1}', person, 'person');
  expect(read).toEqual({ name: 'Ada', age: undefined, tags: ['a'] });
});

test.each([
  ['{"name":1,"tags":[]}', 'person.name is not text'],
  ['{"name":"Ada","tags":["c"]}', 'person.tags[0] is not one of a, b'],
  ['{"name":"Ada","age":1.5,"tags":[]}', 'person.age is not a whole number'],
  ['[]', 'person is not an object'],
  ['null', 'person is not an object'],
  ['{', 'person is not JSON'],
])('says where %s is wrong', (json, message) => {
  expect(() => fromJson(json, person, 'person')).toThrow(new Malformed(message));
});

test('takes no member that an object only inherits', () => {
  expect(() => object({ toString: text })({}, 'it')).toThrow(Malformed);
});

test('a seat of a service without TURN has no servers', () => {
  const { ice_servers: _, ice_transport_policy: __, ...plain } = seat('s1');
  expect(joined(plain, 'join')).toMatchObject({ ice_servers: [], ice_transport_policy: 'all' });
});

test('nonsense is malformed or read, and never anything else', () => {
  const random = new Random();
  for (let i = 0; i < 2_000; i++) {
    const value = nonsense(random, 3);
    for (const parser of [joined, standing, booking, tokenAnswer, person]) {
      expect(
        outcomeOf(() => parser(value, 'it')),
        `seed ${SEED}`,
      ).not.toBe('broken');
    }
    expect(
      outcomeOf(() => readFrame(JSON.stringify(value) ?? '')),
      `seed ${SEED}`,
    ).toBe('read');
  }
});

function outcomeOf(read: () => unknown): 'read' | 'malformed' | 'broken' {
  try {
    read();
    return 'read';
  } catch (e) {
    return e instanceof Malformed ? 'malformed' : 'broken';
  }
}

const NAMES = ['type', 'id', 'candidate', 'connection_id', 'slot', 'role', 'ice_servers', 'number'];
const WORDS = ['offer', 'candidate', 'host', 'opened', '__proto__', ''];

function nonsense(random: Random, depth: number): unknown {
  switch (random.int(depth > 0 ? 8 : 6)) {
    case 0:
      return null;
    case 1:
      return random.chance(2);
    case 2:
      return random.one([0, -1, 1.5, 2 ** 60, random.int(1_000)]);
    case 3:
    case 4:
      return random.one(WORDS);
    case 5:
      return undefined;
    case 6:
      return Array.from({ length: random.int(3) }, () => nonsense(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.int(5) }, () => [
          random.one(NAMES),
          nonsense(random, depth - 1),
        ]),
      );
  }
}
