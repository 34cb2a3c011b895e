import { closeNetwork } from '../close-network.ts';

// Says what is left of the network after it was closed, to code that tries to get it back.
closeNetwork();
const scope = globalThis as Record<string, unknown>;
const left = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker'].filter((name) => {
	Reflect.set(scope, name, () => {});
	Reflect.deleteProperty(scope, name);
	return scope[name] !== undefined || name in (Object.getPrototypeOf(scope) as object);
});
postMessage(left);
