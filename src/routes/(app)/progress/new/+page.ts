export { newRecord as load } from '$lib/navigation/new-record';
