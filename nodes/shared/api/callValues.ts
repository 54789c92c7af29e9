import type { ByteSource } from '../../../core/http/request';

/** What the user gave of an endpoint's parameters. */
export interface GivenParameters {
	/** By name, as it came from fields, expressions or JSON. */
	values: Readonly<Record<string, unknown>>;
	/** The files, by the name of their parameter. */
	files: Readonly<Record<string, readonly ByteSource[]>>;
	/** IANA name of the workflow's time zone. */
	timezone: string;
}

/** The checked values of API > Call that requests and answers are made by. */
export interface CallValues {
	/** Method and path; see `core/catalogue/reference.ts`. */
	endpoint: string;
	parameters?: GivenParameters;
	jsonParameters?: GivenParameters;
	options: { checkParameters?: boolean };
}
