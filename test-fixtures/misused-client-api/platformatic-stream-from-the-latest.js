const { Consumer, MessagesStreamModes } = require('@platformatic/kafka');

const consumer = new Consumer({ clientId: 'a', groupId: 'a', bootstrapBrokers: ['localhost:9092'], autocommit: false });

exports.open = () => consumer.consume({ topics: ['readings'], mode: MessagesStreamModes.LATEST });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api committedOffsetsIgnored