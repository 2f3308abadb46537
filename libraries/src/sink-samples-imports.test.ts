import type { SinkSamples } from './sink-samples.test.ts';

/** `require` in plain JavaScript, where the whole module is often the value. */
const required: SinkSamples = {
  title: 'require',
  language: 'js',
  setup: `
    const { Pool } = require('pg');
    const axios = require('axios');
    const axiosDefault = require('axios').default;
    const Redis = require('ioredis');
    const { Redis: Named } = require('ioredis');
    const knex = require('knex')({ client: 'pg' });
    const nodemailer = require('nodemailer');
    const stripe = require('stripe')('sk');
    const { Stripe } = require('stripe');
    const twilio = require('twilio')('sid', 'token');
    const mongoose = require('mongoose');
    const fetch = require('node-fetch');
    const sgMail = require('@sendgrid/mail');
    const got = require('got');
    const request = require('superagent');
    const Queue = require('bull');
    const admin = require('firebase-admin');
    const { Client } = require('@elastic/elasticsearch');
    const { PrismaClient } = require('@prisma/client');
    const { Sequelize, DataTypes } = require('sequelize');
    const postgres = require('postgres');`,
  lines: [
    [`new Pool().query('SELECT 1');`, 'sql postgresql'],
    [`axios.post('/a', {});`, 'write http non-idempotent'],
    [`axiosDefault.create().post('/a', {});`, 'write http non-idempotent'],
    [`new Redis().incr('k');`, 'write cache non-idempotent'],
    [`new Named().incr('k');`, 'write cache non-idempotent'],
    [`knex('t').insert({ a: 1 });`, 'write database non-idempotent'],
    [`nodemailer.createTransport({}).sendMail({});`, 'write person non-idempotent'],
    [`stripe.charges.create({ amount: 1 });`, 'write payment non-idempotent'],
    [`new Stripe('sk').charges.create({ amount: 1 });`, 'write payment non-idempotent'],
    [`twilio.messages.create({ to: '1' });`, 'write person non-idempotent'],
    [`mongoose.model('A', new mongoose.Schema({})).create({});`, 'write database non-idempotent'],
    [`fetch('https://x', { method: 'POST' });`, 'write http non-idempotent'],
    [`sgMail.send({});`, 'write person non-idempotent'],
    [`got.post('https://x');`, 'write http non-idempotent'],
    [`request.post('https://x').send({});`, 'write http non-idempotent'],
    [`new Queue('q').add({});`, 'write queue non-idempotent'],
    [`admin.messaging().send({});`, 'write person non-idempotent'],
    [`new Client({}).index({ index: 'i' });`, 'write search non-idempotent'],
    [`new PrismaClient().order.create({ data: {} });`, 'write database non-idempotent'],
    [`new Sequelize('').define('A', {}).create({});`, 'write database non-idempotent'],
    ['postgres()`SELECT 1`;', 'sql postgresql'],
  ],
};

/** Further shapes in which TypeScript users import the same thing. */
const imported: SinkSamples = {
  title: 'import shapes',
  setup: `
    import pgDefault from 'pg';
    import * as pgAll from 'pg';
    import RedisDefault, { type Redis } from 'ioredis';
    import { knex } from 'knex';
    import { Stripe } from 'stripe';
    import { Twilio } from 'twilio';
    import { got } from 'got';
    import * as nodemailer from 'nodemailer';
    import * as mongoose from 'mongoose';
    import sequelizePackage from 'sequelize';
    import { MailService } from '@sendgrid/mail';
    const mails: MailService = new MailService();
    const named: Stripe = new Stripe('sk');
    declare const typedRedis: Redis;
    declare const typedPool: pgDefault.Pool;`,
  lines: [
    [`await new pgDefault.Pool().query('SELECT 1');`, 'sql postgresql'],
    [`await new pgAll.Pool().query('SELECT 1');`, 'sql postgresql'],
    [`await typedPool.query('SELECT 1');`, 'sql postgresql'],
    [`await new RedisDefault().incr('k');`, 'write cache non-idempotent'],
    [`await typedRedis.incr('k');`, 'write cache non-idempotent'],
    [`await knex({})('t').insert({});`, 'write database non-idempotent'],
    [`await named.refunds.create({});`, 'write payment non-idempotent'],
    [`await new Twilio('s', 't').calls.create({ to: '1', from: '2' });`, 'write person non-idempotent'],
    [`await got.patch('https://x');`, 'write http non-idempotent'],
    [`await nodemailer.createTransport({}).sendMail({});`, 'write person non-idempotent'],
    [`await mongoose.model('A').create({});`, 'write database non-idempotent'],
    [`await mails.send({ to: 'a', from: 'b', text: 't' });`, 'write person non-idempotent'],
    [`await new sequelizePackage.Sequelize('').query('SELECT 1');`, 'sql any'],
  ],
};

export const IMPORT_SAMPLES: readonly SinkSamples[] = [required, imported];
