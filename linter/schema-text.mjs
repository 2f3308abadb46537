/** A schema as it is published: short lists on one line, as the repository's formatter has them. */
export function schemaText({ $schema, ...schema }, address, title) {
  const text = JSON.stringify({ $schema, $id: address, title, ...schema }, undefined, 2);
  const short = text.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/g, (_, items) => `[${items.replaceAll(/\s*\n\s*/g, ' ')}]`);
  return `${short}\n`;
}
