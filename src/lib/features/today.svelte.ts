/** The day in London, kept true on a screen that stays open past midnight. */
import { today } from '$lib/time/dates';

/** How often to look at the clock, in milliseconds. A timer set for midnight would sleep with the phone. */
const LOOK_MS = 60_000;

/** Today as `YYYY-MM-DD`. Call while a component initialises; the clock stops with it. */
export function liveToday(): { readonly current: string } {
	let day = $state(today());
	$effect(() => {
		const look = () => (day = today());
		const timer = setInterval(look, LOOK_MS);
		window.addEventListener('focus', look);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			window.removeEventListener('focus', look);
			document.removeEventListener('visibilitychange', look);
		};
	});
	return {
		get current() {
			return day;
		}
	};
}
