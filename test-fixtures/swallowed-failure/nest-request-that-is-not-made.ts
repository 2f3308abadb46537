import { HttpService } from '@nestjs/axios';
import { Controller, Injectable } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';

@Injectable()
export class Ledger {
  constructor(private readonly http: HttpService) {}

  async note(entry: string): Promise<void> {
    await firstValueFrom(this.http.post('https://ledger.example/entries', { entry }));
  }

  async entries(): Promise<unknown> {
    return firstValueFrom(this.http.get('https://ledger.example/entries'));
  }
}

@Controller()
export class Entries {
  constructor(private readonly ledger: Ledger) {}

  @EventPattern('entries.made')
  async made(@Payload() { entry }: { entry: string }): Promise<void> {
    try {
      await this.ledger.note(entry);
    } catch (error) {
//    ^^^^^^^^^^^^^ swallowed-failure caught
      console.error(error);
    }
  }

  @EventPattern('entries.asked')
  async asked(): Promise<void> {
    try {
      await this.ledger.entries();
    } catch (error) {
      console.error(error);
    }
  }
}
