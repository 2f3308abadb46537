import axios from 'axios';

export async function charge(id: string): Promise<void> {
  await axios.post('https://bank/charges', { id });
}