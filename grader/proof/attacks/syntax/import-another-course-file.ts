// attack: imports other entries of the course: #course/test, #check, files of the grader
// expect: rejected-file
import { test } from '#course/test';
import { collected } from '#check';
export const downloadAll = async (): Promise<any> => [test, collected];
