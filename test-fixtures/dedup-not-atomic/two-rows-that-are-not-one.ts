import { Kafka } from 'kafkajs';
import mongoose from 'mongoose';

interface Player {
  status: string;
}

interface Match {
  white: string;
  black: string;
}

const Player = mongoose.model<Player>('Player', new mongoose.Schema<Player>({ status: String }));
const Match = mongoose.model<Match>('Match', new mongoose.Schema<Match>({ white: String, black: String }));
const kafka = new Kafka({ clientId: 'matches', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'matches' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const { white, black } = JSON.parse(String(message.value));
    const player = await Player.findById(white);
    const rival = await Player.findById(black);
    // Whether they are two says nothing about whether the message was handled before.
    if (!player || !rival || player._id === rival._id) return;
    player.status = 'playing';
    await player.save();
    rival.status = 'playing';
    await rival.save();
    const match = new Match({ white, black });
    await match.save();
  },
});
