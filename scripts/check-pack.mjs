/**
 * Checks what would be published: the files in the tarball, that package.json names files that are there,
 * and that the code in it asks for nothing that a user would not have. Run after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, posix } from 'node:path';
import ts from 'typescript';

/** Everything the tarball may hold. */
const ALLOWED = [
	/^package\.json$/,
	/^README\.md$/,
	/^LICENSE$/,
	/^CHANGELOG\.md$/,
	/^dist\/(credentials|nodes)\.bundle\.js$/,
	/^dist\/(credentials|nodes)\/[\w/]+\.(credentials|node)\.js$/,
	/^dist\/(known|types)\/(credentials|nodes)\.json$/,
	/^dist\/nodes\/[\w/.-]+\.node\.json$/,
	/^dist\/nodes\/\w+\/__schema__\/v[\d.]+\/\w+\/\w+\.json$/,
	/^dist\/catalogue\.json$/,
	/^dist\/icons\/[\w.-]+\.svg$/,
];

/** Parts of a path that no published file has. */
const FORBIDDEN =
	/\.(test|spec)\.|\.map$|\.tsbuildinfo$|(^|\/)(test|tests|fixtures|sandbox|bench|demo|scripts)\//;

/** Schemas of what operations put out, as n8n looks for them. */
const SCHEMAS = readdirSync('nodes', { recursive: true })
	.map((path) => `dist/nodes/${path.replaceAll('\\', '/')}`)
	.filter((path) => /\/__schema__\/.*\.json$/.test(path));

/** What the tarball must hold besides the files that package.json names. */
const REQUIRED = [
	'package.json',
	'README.md',
	'LICENSE',
	'CHANGELOG.md',
	'dist/catalogue.json',
	...['known', 'types'].flatMap((kind) => [`dist/${kind}/credentials.json`, `dist/${kind}/nodes.json`]),
	...SCHEMAS,
];

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const files = packedFiles();
const scripts = files.filter((path) => path.endsWith('.js'));
const problems = [...checkFiles(), ...checkManifest(), ...scripts.flatMap(checkImports), ...checkModules()];

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${files.length} files in the tarball, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

function packedFiles() {
	const output = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	return JSON.parse(output)[0].files.map(({ path }) => path);
}

function checkFiles() {
	return [
		...files
			.filter((path) => FORBIDDEN.test(path) || !ALLOWED.some((pattern) => pattern.test(path)))
			.map((path) => `${path}: does not belong in the tarball`),
		...REQUIRED.filter((path) => !files.includes(path)).map((path) => `${path}: missing in the tarball`),
	];
}

function checkManifest() {
	return [...manifest.n8n.credentials, ...manifest.n8n.nodes]
		.filter((path) => !files.includes(path))
		.map((path) => `${path}: named in package.json, but missing in the tarball`);
}

/** Users have Node.js, n8n's own n8n-workflow, and what `dependencies` names. */
function checkImports(path) {
	const available = new Set([
		...Object.keys(manifest.dependencies),
		...Object.keys(manifest.peerDependencies),
	]);
	return required(readFileSync(path, 'utf8'))
		.filter((name) =>
			name.startsWith('.') ? !resolves(path, name) : !isBuiltin(name) && !available.has(packageOf(name)),
		)
		.map((name) => `${path}: asks for ${name}, which users do not have`);
}

/** A module that were there twice would have its state twice: sessions, or the gate that a 429 closes. */
function checkModules() {
	const modules = scripts.flatMap(
		(path) => readFileSync(path, 'utf8').match(/^\/\/ (core|nodes|credentials)\/.*\.ts$/gm) ?? [],
	);
	const twice = modules.filter((module, index) => modules.indexOf(module) < index);
	if (modules.length === 0)
		return ['dist: the names of modules are not in the bundles, so this cannot be checked'];
	return [...new Set(twice)].map((module) => `${module.slice(3)}: is in dist twice`);
}

/** What a script requires by name, wherever in it: the build makes no other imports. */
function required(text) {
	const names = [];
	const visit = (node) => {
		if (ts.isCallExpression(node) && node.expression.getText() === 'require') {
			names.push(...node.arguments.filter(ts.isStringLiteral).map((argument) => argument.text));
		}
		node.forEachChild(visit);
	};
	visit(ts.createSourceFile('script.js', text, ts.ScriptTarget.Latest, true));
	return names;
}

function resolves(path, name) {
	const target = posix.join(dirname(path), name);
	return [target, `${target}.js`, `${target}/index.js`].some((candidate) => files.includes(candidate));
}

function packageOf(name) {
	return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
