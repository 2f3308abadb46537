import type { InputMessage } from '../api.ts';
import { offsetOfMessage } from './running-consumer.ts';

/** Which message, and which part of it, a payload was made for. */
export class Attribution {
  private readonly messages: readonly InputMessage[];

  constructor(messages: readonly InputMessage[]) {
    this.messages = messages;
  }

  /** By its id; where no id is in the text by a part of it, for two messages may have parts that are called the same. */
  messagesIn(text: string): readonly string[] {
    const ways: readonly ((message: InputMessage, index: number) => boolean)[] = [
      ({ id }) => text.includes(id),
      ({ items = [] }) => items.some((item) => text.includes(item)),
      (_, index) => text.includes(offsetOfMessage(index)),
    ];
    const found = ways.map((names) => this.messages.filter(names)).find((named) => named.length > 0);
    return (found ?? []).map(({ id }) => id);
  }

  /** Empty where the text names no part of the message. */
  itemIn(text: string, message: string): string {
    const items = this.messages.find(({ id }) => id === message)?.items ?? [];
    return items.find((item) => text.includes(item)) ?? '';
  }

  /** A resource without the ids of messages and items, and without their offsets: what the site is known by, whatever it is fed. */
  generic(resource: string): string {
    let generic = resource;
    for (const [index, { id, items }] of this.messages.entries()) {
      for (const item of items ?? []) generic = generic.replaceAll(item, '{item}');
      generic = generic.replaceAll(id, '{message}').replaceAll(offsetOfMessage(index), '{offset}');
    }
    return generic;
  }
}
