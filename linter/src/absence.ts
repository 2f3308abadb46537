import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';

/** A green result without Kafka code would be a lie by omission; so would "none" while some file was not looked at. */
export function absence({ clients, units, consumers, filesScanned, notices }: Analysis): readonly Notice[] {
  if (clients.length + units.length + consumers.length > 0) return [];
  if (notices.some(({ incomplete }) => incomplete)) return [];
  const where =
    filesScanned === 0
      ? 'there is no JavaScript or TypeScript to look at'
      : `${filesScanned} ${filesScanned === 1 ? 'file was' : 'files were'} looked at`;
  return [{ message: `no Kafka code found: ${where}`, incomplete: false }];
}
