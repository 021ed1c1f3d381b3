/** The Edge Function of hosted Supabase; the embedded server mounts calendar.ts itself. */
import { answerCalendar } from './calendar.ts';

declare const Deno: {
	serve: (answer: (request: Request) => Promise<Response>) => void;
	env: { get: (name: string) => string | undefined };
};

const source = {
	fetch: (request: Request) => fetch(request),
	url: Deno.env.get('SUPABASE_URL') ?? '',
	publishableKey: Deno.env.get('SUPABASE_ANON_KEY') ?? ''
};

Deno.serve((request) => answerCalendar(request, source));
