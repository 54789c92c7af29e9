import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TEMPLATES } from '../../n8n/templates';
import { draw, DRAWINGS } from '../../scripts/drawing';
import { withOperations } from '../../scripts/operationsTable';
import { MARKDOWN } from '../support/pages';
import { nodes, ROOT } from '../support/shipped';

/** Folders of shipped code that imports are judged by. */
const ROOM_NAMES = [
	...readdirSync(join(ROOT, 'core')).map((room) => `core/${room}`),
	...readdirSync(join(ROOT, 'nodes')).map((room) => `nodes/${room}`),
];

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const actionNodes = nodes()
	.map(({ instance }) => instance.description)
	.filter(({ group }) => !group.includes('trigger'));

describe('README.md', () => {
	it('shows the operations as they are (else run `npm run docs`)', () => {
		expect(withOperations(readme, actionNodes)).toBe(readme);
	});

	it('would be out of date if an operation were renamed', () => {
		const renamed = actionNodes.map((description) => ({
			...description,
			properties: description.properties.map((property) =>
				property.name === 'operation'
					? { ...property, options: [{ name: 'Something Else', value: 'get', action: 'Do something else' }] }
					: property,
			),
		}));
		expect(withOperations(readme, renamed)).not.toBe(readme);
	});
});

describe('the pictures', () => {
	it.each(Object.entries(DRAWINGS))(
		'are drawn from their sources (else run `npm run docs`): %s',
		async (_, drawing) => {
			expect(readFileSync(drawing.picture, 'utf8')).toBe(await draw(drawing));
		},
	);

	it('show every room', () => {
		const source = readFileSync(DRAWINGS.rooms.source, 'utf8');
		expect(ROOM_NAMES.filter((room) => !source.includes(`"${room}`))).toEqual([]);
	});
});

describe('the pictures of the editor', () => {
	const namesIn = (folder: string) => readdirSync(join(ROOT, folder)).sort();
	const scenes = readFileSync(join(ROOT, 'scripts/screenshots/pictures.ts'), 'utf8');
	const shown = MARKDOWN.flatMap((file) =>
		[...readFileSync(join(ROOT, file), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
			([, alt = '', target = '']) => ({ alt, path: join(dirname(file), target) }),
		),
	);

	it('are those that `npm run screenshots` takes', () => {
		const taken = [...scenes.matchAll(/name: '([\w-]+)',/g)].map(([, name]) => `${name}.png`);
		const names = namesIn('docs/pictures');
		expect(names).toHaveLength(10);
		expect(names).toEqual([...new Set(taken)].sort());
	});

	it('show each template', () => {
		const pictures = Object.values(TEMPLATES).map((file) => `${basename(file, '.json')}.png`);
		expect(namesIn('workflows/pictures')).toEqual(pictures.sort());
	});

	const paths = ['docs/pictures', 'workflows/pictures'].flatMap((folder) =>
		namesIn(folder).map((name) => join(folder, name)),
	);
	it.each(paths)('are small, whole, and shown with words for who cannot see them: %s', (path) => {
		const png = readFileSync(join(ROOT, path));
		expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
		expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND');
		expect(png.length).toBeLessThan(80 * 1024);
		const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
		expect(Math.min(width, height)).toBeGreaterThan(100);
		expect(Math.max(width, height)).toBeLessThanOrEqual(1400);
		const alts = shown.filter((one) => one.path === path).map(({ alt }) => alt);
		expect(alts).not.toEqual([]);
		expect(alts.filter((alt) => alt.split(' ').length < 5)).toEqual([]);
	});
});

describe.each(MARKDOWN)('%s', (file) => {
	const text = readFileSync(join(ROOT, file), 'utf8');

	it('links to files and headings that exist', () => {
		const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
		const inside = targets.filter((target) => !/^(?:https?|mailto):/.test(target));
		expect(inside.filter((target) => !leadsSomewhere(file, target))).toEqual([]);
	});

	it('names files and folders that exist', () => {
		const named = [
			...text.matchAll(
				/`((?:core|nodes|credentials|sandbox|n8n|stage|test|scripts|bench|demo|dev)\/[\w./-]+)`/g,
			),
		];
		expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
	});
});

/** Whether a link of a Markdown file leads to a file, and to a heading where it names one. */
function leadsSomewhere(file: string, target: string): boolean {
	const [path = '', heading] = target.split('#');
	const linked = path === '' ? file : join(dirname(file), path);
	if (!existsSync(join(ROOT, linked))) return false;
	if (heading === undefined || !linked.endsWith('.md')) return true;
	const headings = [...readFileSync(join(ROOT, linked), 'utf8').matchAll(/^#+ (.+)$/gm)];
	return headings.some(([, text = '']) => anchorOf(text) === heading);
}

/** How GitHub makes an anchor of a heading. */
function anchorOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
}
