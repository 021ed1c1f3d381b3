/** What to do next, printed below the ready line: who can sign in, or how to begin with nothing. */
export async function welcome(seed: 'demo' | 'none'): Promise<string> {
	return seed === 'demo' ? listDemoPeople() : firstSteps;
}

const firstSteps =
	'An empty database begins with its first account: open the page, sign up and name your council. ' +
	'Whoever does so first is its administrator.';

async function listDemoPeople(): Promise<string> {
	const { people } = await import('../../seeds/files');
	const lines = people.people.map(({ email, full_name, memberships }) => {
		const roles = memberships.map(describeRole).join(' and ');
		return `  ${email.padEnd(24)}${full_name}, ${roles}`;
	});
	return [
		`Sign in as one of the demo people; everybody's password is ${people.password}`,
		...lines
	].join('\n');
}

function describeRole({ role, locality }: { role: string; locality?: string | undefined }): string {
	return locality ? `${role} for ${locality}` : role;
}
