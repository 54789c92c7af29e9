/** Prints how many lines operations have: a new one should be a small file, and little besides. */
import { linesPerOperation, median, operationSizes, shippedLines } from './operationSizes';

const LARGEST = 5;

function main(): void {
	const sizes = operationSizes();
	const each = linesPerOperation();
	const inMiddle = median(sizes.map(({ lines }) => lines));
	console.log(
		`${sizes.length} files of operations, ${each.length} operations: resources of one kind share files.`,
	);
	console.log(`Lines of a file: median ${inMiddle}. The largest:`);
	for (const { file, lines } of sizes.slice(0, LARGEST)) console.log(`  ${lines}  ${file}`);
	console.log(
		`Lines added by an operation: median ${median(each).toFixed(1)} (the lines of each resource's folder in nodes/*/resources, with what its operations share, divided by its operations).`,
	);
	const all = shippedLines();
	console.log(
		`Lines of core and nodes in all: ${all}, that is ${(all / each.length).toFixed(1)} for each operation, triggers and the client included.`,
	);
}

main();
