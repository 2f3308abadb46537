import type { InputMessage } from '../api.ts';
import { offsetOfMessage } from './running-consumer.ts';

/** Which message, and which part of it, a payload was made for. */
export class Attribution {
  private readonly messages: readonly InputMessage[];

  constructor(messages: readonly InputMessage[]) {
    this.messages = messages;
  }

  messagesIn(text: string): readonly string[] {
    const named = this.messages.filter((message) => isIn(message, text));
    const found = named.length > 0 ? named : this.messages.filter((_, index) => text.includes(offsetOfMessage(index)));
    return found.map(({ id }) => id);
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

function isIn({ id, items }: InputMessage, text: string): boolean {
  return text.includes(id) || (items ?? []).some((item) => text.includes(item));
}
