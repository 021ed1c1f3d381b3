import { parentOf } from './processes';

/**
 * Calls back once when the `npm start` that started this process has ended. A signal to npm ends npm
 * or its shell but is not passed on, and a server that nobody sees would hold the port and the folder.
 * Started in any other way, we outlive whoever started us.
 */
export async function whenNpmEnds(callback: () => void): Promise<void> {
	if (process.env.npm_lifecycle_event !== 'start') return;
	const shell = process.ppid;
	const npm = await parentOf(shell);
	const timer = setInterval(() => {
		void parentOf(shell).then((parent) => {
			if (process.ppid === shell && parent === npm) return;
			clearInterval(timer);
			callback();
		});
	}, 200).unref();
}
