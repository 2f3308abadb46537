import type { SinkSamples } from './sink-samples.test.ts';

const axios: SinkSamples = {
  title: 'axios',
  setup: `
    import axios, { AxiosError, type AxiosInstance } from 'axios';
    const http: AxiosInstance = axios.create({ baseURL: 'https://x' });`,
  lines: [
    [`const { data } = await http.post<{ id: string }>('/a', {});`, 'write http non-idempotent'],
    [`await http.post('/a', {}, { headers: { 'idempotency-key': 'k' } });`, 'write http non-idempotent keyed'],
    [`await axios.patch('/a', {}, { headers: { 'X-Idempotency-Key': 'k' } });`, 'write http non-idempotent keyed'],
    [`await axios.put('/a', {});`, 'write http idempotent'],
    [`await http.delete('/a');`, 'write http idempotent'],
    [`await http.get('/a');`, 'read http'],
    [`await axios({ method: 'POST', url: '/a' });`, 'write http non-idempotent'],
    [`await http.request({ method: 'put', url: '/a' });`, 'write http idempotent'],
    [`await axios('/a');`, 'read http'],
    [`await http('/a', { method: 'post', headers: { 'Idempotency-Key': 'k' } });`, 'write http non-idempotent keyed'],
    [`http.interceptors.request.use((config) => config);`],
    [`if (axios.isAxiosError({}) || ({} as unknown) instanceof AxiosError) {}`],
  ],
};

const otherHttp: SinkSamples = {
  title: 'got, ky, node-fetch, superagent, undici',
  setup: `
    import got, { HTTPError } from 'got';
    import ky from 'ky';
    import fetch from 'node-fetch';
    import superagent from 'superagent';
    import { Pool, request } from 'undici';
    const bank = got.extend({ prefixUrl: 'https://x' });`,
  lines: [
    [
      `await bank.post('pay', { headers: { 'Idempotency-Key': 'k' }, json: {} }).json();`,
      'write http non-idempotent keyed',
    ],
    [`await got('https://x', { method: 'DELETE' });`, 'write http idempotent'],
    [`await ky.post('https://x', { json: {} }).json();`, 'write http non-idempotent'],
    [`await ky.extend({}).get('https://x');`, 'read http'],
    [`await fetch('https://x', { method: 'POST', body: '' });`, 'write http non-idempotent'],
    [`await superagent.post('https://x').set('accept', 'json').send({});`, 'write http non-idempotent'],
    [
      `await superagent.post('https://x').set('Idempotency-Key', 'k').send({});`,
      'write http non-idempotent',
      'refine idempotent',
    ],
    [`const { statusCode, body } = await request('https://x', { method: 'PUT', body: '' });`, 'write http idempotent'],
    [`await request('https://x');`, 'read http'],
    [`await new Pool('https://x').request({ path: '/', method: 'POST' });`, 'write http non-idempotent'],
  ],
};

const stripe: SinkSamples = {
  title: 'stripe',
  setup: `
    import Stripe from 'stripe';
    const stripe = new Stripe('sk', { maxNetworkRetries: 2 });
    const options: Stripe.RequestOptions = { idempotencyKey: 'k' };
    declare function keep(refund: Stripe.Refund): void;`,
  lines: [
    [
      `const intent = await stripe.paymentIntents.create({ amount: 1, currency: 'eur' });`,
      'write payment non-idempotent',
    ],
    [
      `await stripe.refunds.create({ payment_intent: 'pi' }, { idempotencyKey: 'k', maxNetworkRetries: 3 });`,
      'write payment non-idempotent keyed',
    ],
    [`keep(await stripe.refunds.create({ charge: 'ch' }));`, 'write payment non-idempotent'],
    [`await stripe.paymentIntents.capture('pi', {}, { idempotencyKey: 'k' });`, 'write payment non-idempotent keyed'],
    [
      `await stripe.paymentIntents.confirm('pi', { idempotencyKey: 'k' } as Stripe.RequestOptions);`,
      'write payment non-idempotent keyed',
    ],
    [`await stripe.customers.update('cus', { name: 'n' });`, 'write payment idempotent'],
    [`await stripe.checkout.sessions.create({ mode: 'payment' });`, 'write payment non-idempotent'],
    [
      `await stripe.transfers.create({ amount: 1, currency: 'eur', destination: 'd' });`,
      'write payment non-idempotent',
    ],
    [`await stripe.invoices.pay('in');`, 'write payment non-idempotent'],
    [`for await (const one of stripe.balanceTransactions.list({ limit: 3 })) {}`, 'read payment'],
  ],
};

const otherPayments: SinkSamples = {
  title: '@solana/web3.js, ethers, braintree, paypal-rest-sdk, razorpay',
  setup: `
    import { Connection, Keypair, PublicKey, SystemProgram, Transaction, sendAndConfirmTransaction } from '@solana/web3.js';
    import { ethers, Wallet, parseEther } from 'ethers';
    import braintree from 'braintree';
    import paypal from 'paypal-rest-sdk';
    import Razorpay from 'razorpay';
    const connection = new Connection('https://x');
    const payer = Keypair.fromSecretKey(new Uint8Array());
    const wallet = new Wallet('0x', new ethers.JsonRpcProvider('https://x'));
    declare const gateway: braintree.BraintreeGateway;
    const razorpay = new Razorpay({ key_id: 'id', key_secret: 'k' });
    const move = new Transaction().add(SystemProgram.transfer({ fromPubkey: payer.publicKey, toPubkey: new PublicKey('x'), lamports: 1 }));`,
  lines: [
    [`await sendAndConfirmTransaction(connection, move, [payer]);`, 'write payment non-idempotent'],
    [`await connection.sendTransaction(move, [payer]);`, 'write payment non-idempotent'],
    [`await wallet.sendTransaction({ to: '0x', value: parseEther('1') });`, 'write payment non-idempotent'],
    [`await gateway.transaction.sale({ amount: '1', paymentMethodNonce: 'n' });`, 'write payment non-idempotent'],
    [`paypal.payment.create({} as never, (error: unknown) => {});`, 'write payment non-idempotent'],
    [`await razorpay.orders.create({ amount: 1, currency: 'INR', receipt: 'r' });`, 'write payment non-idempotent'],
    [`await razorpay.payments.refund('pay', { amount: 1 });`, 'write payment non-idempotent'],
    [`await razorpay.payments.capture('pay', 1, 'INR');`, 'write payment idempotent'],
  ],
};

const aws: SinkSamples = {
  title: '@aws-sdk',
  setup: `
    import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
    import { SendEmailCommand, SESClient } from '@aws-sdk/client-ses';
    import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
    import { SendMessageBatchCommand, SendMessageCommand, SQS, SQSClient } from '@aws-sdk/client-sqs';
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
    const s3 = new S3Client({}), ses = new SESClient({}), sns = new SNSClient({}), sqs = new SQSClient({});
    const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const QueueUrl = 'q', TableName = 't', Source = 'a', Destination = {}, Message = { Subject: undefined, Body: undefined };`,
  lines: [
    [
      `await s3.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: '' }));`,
      'command: write object-store non-idempotent keyed',
    ],
    [`await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));`, 'command: read object-store'],
    [`await ses.send(new SendEmailCommand({ Source, Destination, Message }));`, 'command: write person non-idempotent'],
    [`await sns.send(new PublishCommand({ TopicArn: 't', Message: 'm' }));`, 'command: write queue non-idempotent'],
    [`await sns.send(new PublishCommand({ PhoneNumber: '1', Message: 'm' }));`, 'command: write person non-idempotent'],
    [`await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'm' }));`, 'command: write queue non-idempotent'],
    [
      `await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'm', MessageDeduplicationId: 'i' }));`,
      'command: write queue non-idempotent keyed',
    ],
    [
      `await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', MessageBody: 'm', MessageDeduplicationId: 'i' }] }));`,
      'command: write queue non-idempotent keyed',
    ],
    [`await new SQS({}).sendMessage({ QueueUrl, MessageBody: 'm' });`, 'write queue non-idempotent'],
    [`await table.send(new UpdateCommand({ TableName, Key: { id: 'x' } }));`, 'command: write database unknown'],
    [
      `await table.send(new PutCommand({ TableName, Item: { id: 'x' }, ConditionExpression: 'attribute_not_exists(id)' }));`,
      'command: claim database',
    ],
  ],
};

const olderAws: SinkSamples = {
  title: 'aws-sdk',
  setup: `
    import AWS from 'aws-sdk';
    const s3 = new AWS.S3(), ses = new AWS.SES(), sns = new AWS.SNS(), sqs = new AWS.SQS();
    const table = new AWS.DynamoDB.DocumentClient();
    const QueueUrl = 'q', TableName = 't', Source = 'a', Destination = {};`,
  lines: [
    [`await s3.putObject({ Bucket: 'b', Key: 'k', Body: '' }).promise();`, 'write object-store non-idempotent keyed'],
    [`await s3.upload({ Bucket: 'b', Key: 'k', Body: '' }).promise();`, 'write object-store non-idempotent keyed'],
    [`const { Body } = await s3.getObject({ Bucket: 'b', Key: 'k' }).promise();`, 'read object-store'],
    [
      `await ses.sendEmail({ Source, Destination, Message: { Subject: { Data: '' }, Body: {} } }).promise();`,
      'write person non-idempotent',
    ],
    [`await sns.publish({ PhoneNumber: '1', Message: 'm' }).promise();`, 'write person non-idempotent'],
    [`await sqs.sendMessage({ QueueUrl, MessageBody: 'm' }).promise();`, 'write queue non-idempotent'],
    [`table.put({ TableName, Item: { id: 'x' } }, (error) => {});`, 'write database unknown'],
    [
      `await table.put({ TableName, Item: { id: 'x' }, ConditionExpression: 'attribute_not_exists(id)' }).promise();`,
      'claim database',
    ],
  ],
};

const people: SinkSamples = {
  title: 'mail, text messages, pushes, chat',
  setup: `
    import { WebClient } from '@slack/web-api';
    import sgMail from '@sendgrid/mail';
    import * as admin from 'firebase-admin';
    import { getMessaging } from 'firebase-admin/messaging';
    import Mailgun from 'mailgun.js';
    import nodemailer, { type Transporter } from 'nodemailer';
    import { ServerClient } from 'postmark';
    import { Resend } from 'resend';
    import twilio from 'twilio';
    import webPush from 'web-push';
    const transport: Transporter = nodemailer.createTransport({ host: 'x' });
    const sms = twilio('sid', 'token');
    const mailgun = new Mailgun(FormData).client({ username: 'api', key: 'k' });
    const mail = { from: 'a', to: 'b', subject: 's', text: 't' };`,
  lines: [
    [`await transport.sendMail(mail);`, 'write person non-idempotent'],
    [`await sgMail.send(mail);`, 'write person non-idempotent'],
    [`await sms.messages.create({ to: '1', body: 'b' });`, 'write person non-idempotent'],
    [`await new Resend('k').emails.send(mail, { idempotencyKey: 'k' });`, 'write person non-idempotent keyed'],
    [`await mailgun.messages.create('example.com', mail);`, 'write person non-idempotent'],
    [`await new WebClient('t').chat.postMessage({ channel: 'c', text: 't' });`, 'write person non-idempotent'],
    [`await admin.messaging().send({ token: 't' });`, 'write person non-idempotent'],
    [`await getMessaging().sendEachForMulticast({ tokens: [] });`, 'write person non-idempotent'],
    [`await new ServerClient('t').sendEmail({ From: 'a', To: 'b' });`, 'write person non-idempotent'],
    [
      `await webPush.sendNotification({ endpoint: 'https://x', keys: { p256dh: '', auth: '' } }, 'm');`,
      'write person non-idempotent',
    ],
  ],
};

const queues: SinkSamples = {
  title: 'queues and search',
  setup: `
    import { Client } from '@elastic/elasticsearch';
    import amqp from 'amqplib';
    import Bull from 'bull';
    import { Queue, Worker, type Job } from 'bullmq';
    const search = new Client({ node: 'https://x' });
    const jobs = new Queue<{ id: string }>('jobs', { connection: { host: 'redis' } });
    const bull = new Bull<{ id: string }>('jobs');
    const channel = await (await amqp.connect('amqp://x')).createChannel();`,
  lines: [
    [`await search.index({ index: 'i', document: {} });`, 'write search non-idempotent'],
    [`await search.index({ index: 'i', id: 'x', document: {} });`, 'write search non-idempotent keyed'],
    [`await search.update({ index: 'i', id: 'x', doc: {} });`, 'write search idempotent'],
    [`await search.update({ index: 'i', id: 'x', script: { source: '' } });`, 'write search unknown'],
    [`await search.bulk({ operations: [] });`, 'write search unknown'],
    [`await jobs.add('j', { id: 'x' }, { attempts: 3 });`, 'write queue non-idempotent'],
    [`await jobs.add('j', { id: 'x' }, { jobId: 'x' });`, 'write queue non-idempotent keyed'],
    [
      `await jobs.addBulk([{ name: 'j', data: { id: 'x' }, opts: { jobId: 'x' } }]);`,
      'write queue non-idempotent keyed',
    ],
    [
      `new Worker<{ id: string }>('jobs', async (job: Job) => { await jobs.add('j', job.data); });`,
      'write queue non-idempotent',
    ],
    [`await bull.add({ id: 'x' }, { jobId: 'x' });`, 'write queue non-idempotent keyed'],
    [`channel.sendToQueue('q', Buffer.from('m'));`, 'write queue non-idempotent'],
    [`channel.publish('x', 'k', Buffer.from('m'), { persistent: true });`, 'write queue non-idempotent'],
  ],
};

const stores: SinkSamples = {
  title: '@clickhouse/client, cloudinary, mqtt',
  setup: `
    import { createClient } from '@clickhouse/client';
    import { v2 as cloudinary } from 'cloudinary';
    import mqtt from 'mqtt';
    const clickhouse = createClient({});
    const devices = mqtt.connect('mqtt://x');`,
  lines: [
    [`await clickhouse.insert({ table: 't', values: [{}], format: 'JSONEachRow' });`, 'write database non-idempotent'],
    [
      `await clickhouse.insert({ table: 't', values: [{}], clickhouse_settings: { insert_deduplication_token: 'k' } });`,
      'write database non-idempotent keyed',
    ],
    [`await cloudinary.uploader.upload('a.png', { folder: 'f' });`, 'write object-store non-idempotent'],
    [`await cloudinary.uploader.upload('a.png', { public_id: 'k' });`, 'write object-store non-idempotent keyed'],
    [`devices.publish('t', 'm', { qos: 1 });`, 'write queue non-idempotent'],
    [`await devices.publishAsync('t', 'm');`, 'write queue non-idempotent'],
  ],
};

export const SERVICE_SAMPLES: readonly SinkSamples[] = [
  axios,
  otherHttp,
  stripe,
  otherPayments,
  aws,
  olderAws,
  people,
  queues,
  stores,
];
