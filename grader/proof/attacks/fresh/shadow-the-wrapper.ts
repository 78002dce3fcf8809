// attack: declares the names that the compiled file's wrapper uses, as functions and variables
// expect: score 0
function $export(): void {}
var $course = { todo() {} };
var $default = 1;
var $export_ = $export;
export default async (): Promise<any> => [$course, $default, $export_];
export const downloadAll = async (): Promise<any> => $export();
