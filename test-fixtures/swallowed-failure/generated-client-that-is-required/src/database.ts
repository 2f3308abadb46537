const { PrismaClient } = require('./generated/prisma');

export const prisma = new PrismaClient();
