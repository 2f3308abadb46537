import { Catch } from '@nestjs/common';

@Catch()
export class ErrorFilter {
  catch(error: unknown): never {
    throw error;
  }
}
