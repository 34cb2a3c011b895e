import { expect, test } from 'vitest';
import installedV1 from './fixtures/installed-pack.v1.json' with { type: 'json' };
import pendingV1 from './fixtures/pending-installation.v1.json' with { type: 'json' };
import { installedPackRecord } from './installed-pack.ts';
import packUseV1 from './fixtures/pack-use.v1.json' with { type: 'json' };
import { packUseRecord } from './pack-use.ts';
import { pendingInstallationRecord } from './pending-installation.ts';

// A fixture is frozen when its version ships. A new version adds a fixture and changes none.
test('an installed pack of version 1 is read', () => {
	const { recordVersion, ...expected } = installedV1;
	expect(recordVersion).toBe(1);
	expect(installedPackRecord.decode(installedV1)).toEqual(expected);
});

test('a pending installation of version 1 is read', () => {
	const { recordVersion, ...expected } = pendingV1;
	expect(recordVersion).toBe(1);
	expect(pendingInstallationRecord.decode(pendingV1)).toEqual(expected);
});

test('a pack’s use of version 1 is read', () => {
	const { recordVersion, ...expected } = packUseV1;
	expect(recordVersion).toBe(1);
	expect(packUseRecord.decode(packUseV1)).toEqual(expected);
});

test('an engine that the manifest has no files for makes the record unreadable', () => {
	expect(installedPackRecord.decode({ ...installedV1, engine: 'web-llm' })).toBeUndefined();
	expect(pendingInstallationRecord.decode({ ...pendingV1, engine: 'web-llm' })).toBeUndefined();
});
