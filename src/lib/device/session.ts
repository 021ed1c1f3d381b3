/** What screens need of signing in. `supabase/` does it; the routes hand it down. */
import type { Person } from './people';

export interface Session {
	/** @throws Failure wrong_password | too_many_tries | offline */
	signInWithPassword(email: string, password: string): Promise<Person>;
	/** Makes an account. @throws Failure email_taken | weak_password | confirm_email | offline */
	signUp(email: string, password: string, fullName: string): Promise<Person>;
	/** Sends a sign-in link that leads to `redirectTo`. It says the same whether or not there is such an account. */
	sendMagicLink(email: string, redirectTo: string): Promise<void>;
	/**
	 * Completes a sign-in link, whose tokens stand behind the # of the address; null where there are none.
	 * @throws Failure link_expired | offline
	 */
	signInFromLink(hash: string): Promise<Person | null>;
	/** Whether nobody has set up a council here yet. @throws Failure offline */
	setUpNeeded(): Promise<boolean>;
	/** Makes the first council, with the signed-in person as its administrator. @throws Failure set_up_done | offline */
	createCouncil(council: { code: string; name: string; fullName: string }): Promise<void>;
	/** Ends the session: on this device in any case, on the server where it can be reached. */
	end(): Promise<void>;
}
