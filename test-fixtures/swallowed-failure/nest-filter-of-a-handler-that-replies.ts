import { Catch, UseFilters } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

@Catch()
export class LoggingFilter {
  async catch(exception: Error): Promise<void> {
    console.error(exception.message);
  }
}

@UseFilters(LoggingFilter)
export class BoatsController {
  @MessagePattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}
