import { Catch, UseFilters, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

@Catch()
export class LoggingFilter implements ExceptionFilter {
  async catch(exception: Error, host: ArgumentsHost): Promise<void> {
//      ^^^^^ swallowed-failure caught
    console.error(exception.message, host.getType());
  }
}

@UseFilters(new LoggingFilter())
export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}
