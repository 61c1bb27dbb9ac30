// What a build of the site with Python in it writes here: see course_lib/publishing/site/live.py.
export default null;
