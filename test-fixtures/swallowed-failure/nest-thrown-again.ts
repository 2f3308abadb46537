import { EventPattern, Payload } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

export class BoatsController {
  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    try {
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [boat.port, boat.id]);
    } catch (error) {
      console.error(error);
      throw error;
    }
  }
}
