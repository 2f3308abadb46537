import { Catch, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

@Catch()
export class LoggingFilter {
  catch(exception: Error): void {
    console.error(exception.message);
  }
}

@UseFilters(LoggingFilter)
export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
  }
}
