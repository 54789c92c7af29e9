import type { Resource } from '../../../../core/operation/operation';
import { addComment } from './addComment.operation';
import { create } from './create.operation';
import { deleteConversation } from './delete.operation';
import { getMany } from './getMany.operation';
import { setStatus } from './setStatus.operation';

/** What people say to each other about segments of a job. */
export const conversation: Resource = {
	name: 'Conversation',
	operations: { addComment, create, delete: deleteConversation, getMany, setStatus },
	defaultOperation: 'getMany',
};
