import { textField, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { answer, packaged, write } from './requests.ts';

/** The library `nodemailer`. Whoever gets a mail twice has got it twice. */
export function nodemailer(process: SimulatedProcess): object {
  const sendMail: Callback = (mail, callback) => {
    const subject = textField(mail, 'subject') ?? '';
    const sent = write(process, {
      effect: {
        kind: 'external-write',
        role: 'effect',
        category: 'person',
        resource: subject,
        label: `mail "${subject}"`,
      },
      payload: mail,
      apply: (applications) => {
        process.world.ledger.apply(applications);
        return { messageId: process.world.chance.token(), accepted: [], rejected: [] };
      },
    });
    return answer(sent, [callback]);
  };
  const transport = { sendMail, verify: () => Promise.resolve(true), close: () => undefined, use: () => undefined };
  return packaged({ createTransport: () => transport });
}
