import { Catch, UseFilters } from '@nestjs/common';
import { EventPattern, Payload, RpcException } from '@nestjs/microservices';
import { Pool } from 'pg';

const pool = new Pool();

export class BoatFailed extends RpcException {}

export class BoatMissing extends RpcException {}

@Catch(BoatMissing)
export class MissingFilter {
  async catch(error: BoatMissing): Promise<void> {
    console.error(error.message);
  }
}

export class Boats {
  async move(id: string, port: string): Promise<void> {
    try {
      await pool.query('UPDATE boats SET port = $1 WHERE id = $2', [port, id]);
    } catch (error) {
      throw new BoatFailed(String(error));
    }
  }
}

@UseFilters(new MissingFilter())
export class BoatsController {
  constructor(private readonly boats: Boats) {}

  @EventPattern('boats')
  async onBoat(@Payload() boat: { id: string; port: string }): Promise<void> {
    await this.boats.move(boat.id, boat.port);
  }
}
