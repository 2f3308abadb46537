import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { ErrorFilter } from './error.filter';

export const OnTopic = (topic: string) => applyDecorators(EventPattern(topic), UseFilters(ErrorFilter));
