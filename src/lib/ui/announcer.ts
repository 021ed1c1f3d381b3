/** How a component anywhere on a page says something to a screen reader without moving focus. */
import { createContext } from 'svelte';

export type Announce = (sentence: string) => void;

const [getContextAnnounce, setAnnounce, hasAnnounce] = createContext<Announce>();

export { setAnnounce };

/** The page's one polite voice. Outside a LiveRegion (a test, a lone component) it says nothing. Call while a component is being made. */
export function getAnnounce(): Announce {
	return hasAnnounce() ? getContextAnnounce() : () => undefined;
}
