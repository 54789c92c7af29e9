import { contentFile, generatedFile, type SandboxFile } from '../files';
import type { Connector, ConnectorFolder } from '../model/connector';
import { uidOf } from '../seededRandom';
import { GUIDE, NON_ASCII_GUIDE, PAGE, STRINGS } from './texts';

const DAY = 86_400_000;
const MIB = 1024 * 1024;

/** A repository with folders and files, and an empty drive. */
export function seedConnectors(): Connector[] {
	return [repository(), emptyConnector()];
}

function repository(): Connector {
	const big = (name: string, size: number) => generatedFile(name, size, `connector:1041:big/${name}`);
	const text = (name: string, content: string) => contentFile(name, Buffer.from(content));
	const folders: Array<[string, Array<ConnectorFolder | SandboxFile>]> = [
		[
			'',
			[
				folder('docs'),
				folder('big'),
				folder('archive'),
				text('readme.txt', 'Read me first.\nThen read the guide.\n'),
			],
		],
		[
			'docs',
			[
				text('guide.md', GUIDE),
				text('příručka – 指南.md', NON_ASCII_GUIDE),
				text('page.html', PAGE),
				text('strings.json', STRINGS),
				text('fail-download.txt', 'This file cannot be downloaded.\n'),
				text('fail-convert.txt', 'This file cannot be converted.\n'),
				text('fail-import.txt', 'This file cannot be imported.\n'),
			],
		],
		['archive', [folder('2024'), folder('2025')]],
		['archive/2024', [folder('spring'), text('report.md', GUIDE)]],
		['archive/2024/spring', [text('flowers.md', GUIDE)]],
		['archive/2025', []],
		['big', [big('1MiB.bin', MIB), big('64MiB.bin', 64 * MIB), big('512MiB.bin', 512 * MIB)]],
	];
	return connector('1041', 'Sandbox repository', 'GIT', new Map(folders));
}

function emptyConnector(): Connector {
	return connector('1042', 'Empty drive', 'GOOGLE', new Map([['', []]]));
}

function connector(id: string, name: string, type: string, folders: Connector['folders']): Connector {
	return {
		id,
		name,
		type,
		localToken: uidOf(`connector:${id}`),
		createdAt: new Date(Date.now() - DAY),
		folders,
	};
}

function folder(name: string): ConnectorFolder {
	return { name, directory: true };
}
