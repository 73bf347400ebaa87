update project.project_template set description_zh = replace(description_zh, ':', '：');
