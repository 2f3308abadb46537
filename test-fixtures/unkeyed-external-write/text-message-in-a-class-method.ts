import { Kafka, type EachMessagePayload } from 'kafkajs';
import twilio from 'twilio';

class CourierTexts {
  private readonly sms = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);

  handle = async ({ message }: EachMessagePayload): Promise<void> => {
    const { phone, eta } = JSON.parse(String(message.value));
    await this.sms.messages.create({ to: phone, from: '+4930000', body: `Arrives at ${eta}` });
//        ^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write person
  };
}

export async function start(): Promise<void> {
  const texts = new CourierTexts();
  const consumer = new Kafka({ clientId: 'texts', brokers: ['localhost:9092'] }).consumer({ groupId: 'texts' });
  await consumer.subscribe({ topics: ['couriers.assigned'] });
  await consumer.run({ eachMessage: texts.handle });
}
