import { Producer } from 'node-rdkafka';

export const producer = new Producer({ 'enable.idempotence': true }, { 'request.required.acks': 1 });
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ conflicting-client-options throws