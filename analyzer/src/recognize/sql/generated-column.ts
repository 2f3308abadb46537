import { signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

const SERIAL = /^(?:SMALL|BIG)?SERIAL[248]?$/;
const COUNTED = /^(?:AUTO_INCREMENT|AUTOINCREMENT|IDENTITY)$/;
const FRESH =
  /^(?:gen_random_uuid|uuid|uuid_to_bin|uuid_generate_v\w+|uuidv\d|uuid_v\d|newid|newsequentialid|nextval|random|randomblob|hex|now|current_timestamp|clock_timestamp|datetime|unixepoch|nanoid|ulid|gen_ulid|generate_ulid|next_id)$/i;

/** Whether a column's definition, or what is altered in it, gives it a fresh value when a row brings none. */
export function isGenerated(definition: TokenList): boolean {
  return definition.some((_, at) => {
    const word = wordAt(definition, at);
    if (COUNTED.test(word) || (at <= 1 && SERIAL.test(word))) return true;
    return word === 'DEFAULT' && hasFreshDefault(definition, at + 1);
  });
}

/** Behind `DEFAULT`, past parentheses and a schema. A later clause (`ON UPDATE now()`) is not the default. */
function hasFreshDefault(definition: TokenList, from: number): boolean {
  let at = from;
  while (signAt(definition, at) === '(') at += 1;
  while (signAt(definition, at + 1) === '.') at += 2;
  const token = definition[at];
  return token?.kind === 'word' && !wordsAt(definition, at, 'NULL') && FRESH.test(token.text);
}
