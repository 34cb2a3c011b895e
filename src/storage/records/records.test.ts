import { expect, test } from 'vitest';
import assistantV1 from './fixtures/assistant.v1.json' with { type: 'json' };
import backendMeasurementV1 from './fixtures/backend-measurement.v1.json' with { type: 'json' };
import conversationV1 from './fixtures/conversation.v1.json' with { type: 'json' };
import draftV1 from './fixtures/draft.v1.json' with { type: 'json' };
import ledgerEntryV1 from './fixtures/ledger-entry.v1.json' with { type: 'json' };
import messageV1 from './fixtures/message.v1.json' with { type: 'json' };
import projectV1 from './fixtures/project.v1.json' with { type: 'json' };
import promptV1 from './fixtures/prompt.v1.json' with { type: 'json' };
import shelfMeasurementV1 from './fixtures/shelf-measurement.v1.json' with { type: 'json' };
import trustedLibraryV1 from './fixtures/trusted-library.v1.json' with { type: 'json' };
import { assistantRecord } from './assistant.ts';
import { backendMeasurementRecord } from './backend-measurement.ts';
import { conversationRecord } from './conversation.ts';
import { draftRecord } from './draft.ts';
import { ledgerEntryRecord } from './ledger-entry.ts';
import { messageRecord } from './message.ts';
import { projectRecord } from './project.ts';
import { promptRecord } from './prompt.ts';
import { shelfMeasurementRecord } from './shelf-measurement.ts';
import { trustedLibraryRecord } from './trusted-library.ts';

// A fixture is frozen when its version ships. A new version adds a fixture and changes none.
test('a conversation of version 1 is read', () => {
	expect(conversationRecord.decode(conversationV1)).toEqual({
		id: '0b2f7c1e-6f0a-4f6e-9f57-0f6f3f1f6a10',
		title: 'پایتخت فرانسه',
		createdAt: 1795339179000,
		updatedAt: 1795339241500,
	});
});

test('a message of version 1 is read', () => {
	expect(messageRecord.decode(messageV1)).toEqual({
		id: '5b8c9f62-7d0e-4c55-8a1b-b7f2b3b0c7de',
		conversationId: '0b2f7c1e-6f0a-4f6e-9f57-0f6f3f1f6a10',
		position: 1,
		role: 'assistant',
		content: 'The capital of France is Paris.',
		createdAt: 1795339180000,
		state: 'complete',
		trimmedTurns: 2,
		packId: 'smollm2-135m-instruct',
	});
});

test('a measurement of the shelves of version 1 is read', () => {
	expect(shelfMeasurementRecord.decode(shelfMeasurementV1)).toEqual({
		measuredAt: 1795344731000,
		speeds: {
			'indexed-db': { write: 88e6, read: 132e6 },
			opfs: { write: 115e6, read: 1190e6 },
		},
	});
});

test('a trusted library of version 1 is read', () => {
	expect(trustedLibraryRecord.decode(trustedLibraryV1)).toEqual({
		digest: '17f32dd23618eb6ce5ab3e70fe591411590035eb23c4e2a929b82ad43cb3443c',
		packName: 'Qwen2.5 0.5B',
		trustedAt: 1795430731000,
	});
});

test('a measurement of the backends of version 1 is read', () => {
	expect(backendMeasurementRecord.decode(backendMeasurementV1)).toEqual({
		measuredAt: 1795344731000,
		backend: 'wasm',
		milliseconds: { wasm: 84.5, webgpu: null },
	});
});

test('an entry of the ledger of version 1 is read', () => {
	const { recordVersion, ...expected } = ledgerEntryV1;
	expect(recordVersion).toBe(1);
	expect(ledgerEntryRecord.decode(ledgerEntryV1)).toEqual(expected);
});

test('a project of version 1 is read', () => {
	const { recordVersion, ...expected } = projectV1;
	expect(recordVersion).toBe(1);
	expect(projectRecord.decode(projectV1)).toEqual(expected);
});

test('a draft of version 1 is read', () => {
	const { recordVersion, ...expected } = draftV1;
	expect(recordVersion).toBe(1);
	expect(draftRecord.decode(draftV1)).toEqual(expected);
});

test.each([
	['an assistant', assistantRecord, assistantV1],
	['a prompt', promptRecord, promptV1],
])('%s of version 1 is read', (_, record, stored) => {
	const { recordVersion, ...expected } = stored;
	expect(recordVersion).toBe(1);
	expect(record.decode(stored)).toEqual(expected);
});

test('an assistant never has a picture that would be loaded from elsewhere, or that is a program', () => {
	const decode = (data: string) =>
		assistantRecord.decode({ ...assistantV1, picture: { kind: 'image', data } });
	expect(decode('data:image/webp;base64,AAAA')).toBeDefined();
	expect(decode('https://example.org/a.png')).toBeUndefined();
	expect(decode('data:image/svg+xml;base64,AAAA')).toBeUndefined();
	expect(decode(`data:image/png;base64,${'A'.repeat(300_000)}`)).toBeUndefined();
});
