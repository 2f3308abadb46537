import axios from 'axios';

const http = axios.create({ baseURL: 'https://crm.example', timeout: 2_000 });

export async function addNote(customer: string, text: string): Promise<void> {
  await http.post(`/customers/${customer}/notes`, { text });
//      ^^^^^^^^^ unkeyed-external-write inTransaction
}
