/** A workflow step of the organization. */
export interface WorkflowStep {
	id: string;
	uid: string;
	name: string;
	abbr: string;
	order: number;
	lqaEnabled: boolean;
}
