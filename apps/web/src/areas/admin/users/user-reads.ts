import { personList, personRead } from "@passerelle/contracts/people";
import { userList, userRead } from "@passerelle/contracts/users";

/** What is read again once an account changed. */
export const userReads = [userList, userRead, personList, personRead] as const;
